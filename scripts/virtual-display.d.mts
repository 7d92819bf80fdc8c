export function startVirtualDisplay(options?: {
  reader?: number;
}): Promise<{ env: Record<string, string | undefined>; stop(): Promise<void> }>;
