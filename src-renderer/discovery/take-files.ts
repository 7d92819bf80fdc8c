import { MAX_GLUU_TEXT } from '../../src-shared/model/discovery';
import { message } from '../../src-shared/texts/message';
import { useApp } from '../state/app-store';
import { edit, openDiscovery, pasteText } from './discovery-store';

/** Opens the dialog, if it is not open, with the texts of these files; the first that cannot be used ends it. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (useApp.getState().front.kind !== 'discovery') openDiscovery();
  for (const file of files) {
    if (file.size > MAX_GLUU_TEXT) {
      const text = message('discovery.drop.tooLarge', { file: file.name });
      edit({ failure: { code: 'input.invalid', fields: { text } } });
      return;
    }
    if (!(await pasteText(await file.text(), file.name))) return;
  }
}
