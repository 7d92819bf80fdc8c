import type { FoundSource } from '../model/discovery';
import { type Message, message } from '../texts/message';

/** Where something was found, as a name; `above`: the host that is named already. */
export function sourceName(source: FoundSource, above?: string): Message {
  switch (source.kind) {
    case 'file':
      return message('discovery.source.file', {
        place: source.via === above ? source.path : `${source.via}:${source.path}`,
        sudo: source.asRoot ? 'yes' : 'no',
      });
    case 'opened':
      return message('discovery.source.opened', { name: source.name });
    case 'pasted':
    case 'folderName':
      return message(`discovery.source.${source.kind}`);
  }
}
