export declare function withoutNativeSsh(): { name: string; enforce: 'pre' };
