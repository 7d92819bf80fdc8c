import type { Plugin } from 'vite';

export function sentencesAsJson(): Plugin;
