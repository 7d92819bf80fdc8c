/** What a visit does at each screen it comes to. */
export type Look = (screen: string) => Promise<void>;
