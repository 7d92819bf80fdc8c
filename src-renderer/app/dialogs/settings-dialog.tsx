import { autoLockMinutes, themeLabels, themes } from '../../../src-shared/model/app';
import { appCommands } from '../../../src-shared/model/commands';
import { closeFront, setAutoLock, setTheme, useApp } from '../../state/app-store';
import { Choice } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { FieldRow } from '../../ui/field';
import { Toggle } from '../../ui/toggle';
import { CloseButton } from './close-button';

const minutesText = (minutes: number) => (minutes === 0 ? 'Off' : `${minutes} min`);

/** The settings of the app itself: its theme, and when it locks itself. Each takes effect at once. */
export function SettingsDialog() {
  const { app, autoLockFailure } = useApp();
  if (!app) return null;
  const { theme, autoLock } = app;
  return (
    <Dialog title={appCommands.settings.label} onClose={closeFront} actions={<CloseButton />}>
      <FieldRow label="Theme">
        {(ids) => (
          <Choice
            {...ids}
            label="Theme"
            options={themes.map((value) => ({ value, text: themeLabels[value] }))}
            value={theme}
            onChange={(next) => void setTheme(next)}
          />
        )}
      </FieldRow>
      <FieldRow label="Lock after inactivity">
        {(ids) => (
          <Choice
            {...ids}
            label="Lock after inactivity"
            options={autoLockMinutes.map((minutes) => ({ value: String(minutes), text: minutesText(minutes) }))}
            value={String(autoLock.afterMinutes)}
            onChange={(text) => {
              const afterMinutes = autoLockMinutes.find((minutes) => String(minutes) === text);
              if (afterMinutes !== undefined) void setAutoLock({ ...autoLock, afterMinutes });
            }}
          />
        )}
      </FieldRow>
      <FieldRow
        label="Lock with the screen"
        note={
          <p className="note">
            Also when this computer goes to sleep. Locking cancels reads and drops every password from memory: those
            kept for this session only must be typed again; an open form is cleared.
          </p>
        }
      >
        {(ids) => (
          <Toggle
            {...ids}
            checked={autoLock.withScreen}
            onChange={(withScreen) => void setAutoLock({ ...autoLock, withScreen })}
          />
        )}
      </FieldRow>
      {autoLockFailure ? <FailureNotice failure={autoLockFailure} /> : null}
    </Dialog>
  );
}
