import { useEffect } from 'react';
import { autoLockMinutes, type TextsState } from '../../../src-shared/model/app';
import { commandLabel } from '../../../src-shared/model/commands';
import { themeLabel, themes } from '../../../src-shared/model/theme';
import { languageNames, languages } from '../../../src-shared/texts/languages';
import { closeFront, setAutoLock, setTexts, setTheme, useApp } from '../../state/app-store';
import { loadLanguages } from '../../state/language';
import { Choice } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { FieldRow } from '../../ui/field';
import { useSay, useTexts } from '../../ui/texts-store';
import { Toggle } from '../../ui/toggle';
import { CloseButton } from './close-button';

/** The settings of the app itself: language, times and theme, and when it locks itself. Each takes effect at once. */
export function SettingsDialog() {
  const { app, choosing, settingFailure } = useApp();
  const say = useSay();
  if (!app) return null;
  const { theme, autoLock, texts } = app;
  return (
    <Dialog title={say(commandLabel('settings'))} onClose={closeFront} actions={<CloseButton />}>
      <LanguageFields chosen={choosing ?? texts.chosen} system={texts.system} />
      <FieldRow label={say('settings.theme.label')}>
        {(ids) => (
          <Choice
            {...ids}
            label={say('settings.theme.label')}
            options={themes.map((value) => ({ value, text: say(themeLabel(value)) }))}
            value={theme}
            onChange={(next) => void setTheme(next)}
          />
        )}
      </FieldRow>
      <FieldRow label={say('settings.lock.after.label')}>
        {(ids) => (
          <Choice
            {...ids}
            label={say('settings.lock.after.label')}
            options={autoLockMinutes.map((minutes) => ({
              value: String(minutes),
              text: say('settings.lock.after.minutes', { minutes }),
            }))}
            value={String(autoLock.afterMinutes)}
            onChange={(text) => {
              const afterMinutes = autoLockMinutes.find((minutes) => String(minutes) === text);
              if (afterMinutes !== undefined) void setAutoLock({ ...autoLock, afterMinutes });
            }}
          />
        )}
      </FieldRow>
      <FieldRow
        label={say('settings.lock.screen.label')}
        note={<p className="note">{say('settings.lock.screen.note')}</p>}
      >
        {(ids) => (
          <Toggle
            {...ids}
            checked={autoLock.withScreen}
            onChange={(withScreen) => void setAutoLock({ ...autoLock, withScreen })}
          />
        )}
      </FieldRow>
      {settingFailure ? <FailureNotice failure={settingFailure} /> : null}
    </Dialog>
  );
}

/** The language, and how times are written in it. */
function LanguageFields({ chosen, system }: Pick<TextsState, 'chosen' | 'system'>) {
  const { say } = useTexts();
  useEffect(() => void loadLanguages(), []);
  const ofSystem = say('settings.language.system', { language: languageNames[system] });
  const moment = { at: new Date().toISOString(), as: 'moment' } as const;
  return (
    <>
      <FieldRow label={say('settings.language.label')}>
        {(ids) => (
          <Choice
            {...ids}
            label={say('settings.language.label')}
            options={[
              { value: 'system' as const, text: ofSystem },
              ...languages.map((value) => ({ value, text: languageNames[value], lang: value })),
            ]}
            value={chosen.language}
            onChange={(language) => void setTexts({ ...chosen, language })}
          />
        )}
      </FieldRow>
      <FieldRow label={say('settings.clock.label')}>
        {(ids) => (
          <Toggle
            {...ids}
            checked={chosen.clock === '24'}
            onChange={(is24) => void setTexts({ ...chosen, clock: is24 ? '24' : 'language' })}
          />
        )}
      </FieldRow>
      <FieldRow
        label={say('settings.days.label')}
        note={<p className="note">{say('settings.times.example', { moment })}</p>}
      >
        {(ids) => (
          <Toggle
            {...ids}
            checked={chosen.days === 'iso'}
            onChange={(isIso) => void setTexts({ ...chosen, days: isIso ? 'iso' : 'language' })}
          />
        )}
      </FieldRow>
    </>
  );
}
