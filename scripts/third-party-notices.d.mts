import type { Plugin } from 'vite';
export function thirdPartyNotices(options: { root: string; folder: string; beside: readonly string[] }): () => Plugin;
