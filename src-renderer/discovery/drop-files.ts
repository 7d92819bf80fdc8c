import { useApp } from '../state/app-store';
import { fromFile } from '../state/own-file';
import { withPart } from '../state/part-store';

/** A Gluu installation has three or four files that help here. */
const MAX_FILES = 8;

/**
 * Takes Gluu's files that are dropped onto the window: their texts go to main, never their paths. Only where nothing else is
 * in front than the dialog they are for.
 */
export function listenToDrops(): void {
  const isMeant = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!isMeant(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = canTake() ? 'copy' : 'none';
  });
  window.addEventListener('drop', (event) => {
    if (!isMeant(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])].slice(0, MAX_FILES);
    if (canTake() && files.length > 0)
      void withPart(
        () => fromFile('fronts', () => import('./take-files')),
        ({ takeFiles }) => takeFiles(files),
      );
  });
}

/** Not over a form that may hold what was typed. */
function canTake(): boolean {
  const { app, front } = useApp.getState();
  return app !== undefined && (front.kind === 'none' || front.kind === 'discovery');
}
