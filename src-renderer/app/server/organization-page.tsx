import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useMemo } from 'react';
import { fieldOn, MAIL_TAB } from '../../../src-shared/gluu/pages/pages';
import { serverTabLabel } from '../../../src-shared/model/app';
import { commandLabel } from '../../../src-shared/model/commands';
import type { FieldId, TabId } from '../../../src-shared/model/organization';
import type { ServerSummary } from '../../../src-shared/model/server';
import { message } from '../../../src-shared/texts/message';
import { SmtpTab } from '../../mail/smtp-tab';
import { TestedNote } from '../../mail/tested-note';
import { ChangedNotice, useChangedSince } from '../../organization/changed-since';
import { ConflictDialog } from '../../organization/conflict-dialog';
import { EndingNotice } from '../../organization/ending-notice';
import { FieldTable } from '../../organization/field-table';
import { type Judged, useJudged } from '../../organization/judged';
import organizationCss from '../../organization/organization.module.css';
import { load, type OrganizationState, organizationOf } from '../../organization/organization-store';
import { type OwnLabel, useOwnLabel } from '../../organization/own-label';
import { ReviewDialog } from '../../organization/review-dialog';
import { UnsavedBar } from '../../organization/unsaved-bar';
import { READ_ONLY } from '../../servers/writing';
import { openFront, showServer } from '../../state/app-store';
import { wordsOf } from '../../state/task';
import { Button } from '../../ui/button';
import { FailureNotice } from '../../ui/failure-notice';
import layoutCss from '../../ui/layout.module.css';
import messageCss from '../../ui/message.module.css';
import { notScrolledTo } from '../../ui/not-scrolled-to';
import { Rich } from '../../ui/rich';
import { RunningLine, StepList } from '../../ui/step-list';
import subTabsCss from '../../ui/sub-tabs.module.css';
import { useSay, useTexts } from '../../ui/texts-store';

/** oxTrust's Organization Configuration with its own tabs and labels. */
export function OrganizationPage({ server, tab: wanted }: { server: ServerSummary; tab: TabId }) {
  const { say, words } = useTexts();
  const stored = organizationOf(server.id)();
  const state = useMemo(() => asWritable(stored, server), [stored, server]);
  const judged = useJudged(state, server);
  useEffect(() => {
    const { task, view } = organizationOf(server.id).getState();
    if (task.kind === 'idle' && !view) void load(server.id);
  }, [server.id]);

  useChangedSince(server.id);
  const { view, page, task, review } = state;
  const ownLabel = useOwnLabel(view?.version ?? page.versions);
  const tab = page.tabs.some(({ id }) => id === wanted) ? wanted : page.tabs[0]?.id;
  if (!view) return <Loading server={server} task={task} />;
  return (
    <div className={layoutCss.column}>
      <Tabs.Root
        className={`${layoutCss.column} ${organizationCss.tabs}`}
        value={tab}
        onValueChange={(next) => showServer(server.id, 'organization', next as TabId)}
      >
        <div className={subTabsCss.tabs}>
          <Tabs.List className={subTabsCss.list} aria-label={say(serverTabLabel('organization'))}>
            {page.tabs.map(({ id, label }) => (
              <Tabs.Tab key={id} value={id} className={subTabsCss.tab} ref={notScrolledTo}>
                <OwnTabLabel {...ownLabel(label)} />
                <TabMarks state={state} judged={judged} tab={id} />
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <span className="push faint small">
            {say('app.form.read', { moment: { at: view.loadedAt, as: 'minute' } })}{' '}
            <button type="button" className="link" onClick={() => void load(server.id)}>
              {say('word.reload')}
            </button>
          </span>
        </div>
        {task.kind === 'failed' ? <FailureNotice failure={task.failure} /> : null}
        <EndingNotice server={server} ending={state.ending} />
        <ChangedNotice server={server} changed={state.changed} />
        {view.notWritable ? (
          <p className={messageCss.notice}>
            {words(view.notWritable)}{' '}
            {server.readOnly && !server.demo ? say('app.server.lift', { command: commandLabel('allowWriting') }) : ''}
          </p>
        ) : null}
        {page.tabs.map(({ id }) => (
          <Tabs.Panel key={id} value={id} className={organizationCss.panel}>
            {id === MAIL_TAB ? (
              <SmtpTab server={server} state={state} view={view} judged={judged} />
            ) : (
              <FieldTable tab={id} server={server} state={state} view={view} judged={judged} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
      <UnsavedBar server={server} state={state} judged={judged} />
      {review.kind === 'planning' || review.kind === 'closed' ? null : review.kind === 'conflict' ? (
        <ConflictDialog server={server} outcome={review.outcome} />
      ) : (
        <ReviewDialog
          server={server}
          review={review}
          note={({ rows }) => <TestedNote serverId={server.id} rows={rows} />}
        />
      )}
    </div>
  );
}

/** The state as it stands now: whether the server may be written to changes while its form is open. */
const asWritable = (state: OrganizationState, { readOnly }: ServerSummary): OrganizationState =>
  state.view && readOnly ? { ...state, view: { ...state.view, notWritable: READ_ONLY } } : state;

interface TabMarksProps {
  state: OrganizationState;
  judged: Judged;
  tab: TabId;
}

/** A number for changed fields and one for errors: seen as a dot, read as a name. */
function TabMarks({ state, judged, tab }: TabMarksProps) {
  const on = (id: FieldId) => fieldOn(state.page, id).tab === tab;
  const changed = [...Object.keys(state.draft), ...Object.keys(state.secrets)].filter(on).length;
  const wrong = Object.keys(judged.errors).filter(on).length;
  return (
    <>
      {changed > 0 ? (
        <span className="badge">
          <Rich message={message('app.server.unsaved', { n: changed })} />
        </span>
      ) : null}
      {wrong > 0 ? (
        <span className="badge bad">
          <Rich message={message('app.form.wrong', { n: wrong })} />
        </span>
      ) : null}
    </>
  );
}

function Loading({ server, task }: { server: ServerSummary; task: OrganizationState['task'] }) {
  const say = useSay();
  return (
    <div className={layoutCss.pane}>
      <h2>{say('app.form.reading')}</h2>
      {task.kind === 'idle' ? null : (
        <StepList
          steps={task.steps}
          label={say('app.form.connection')}
          isOver={task.kind !== 'running'}
          shownBeside={wordsOf(task)}
        />
      )}
      {task.kind === 'running' ? <RunningLine since={task.startedAt} onCancel={task.cancel} /> : null}
      {task.kind === 'failed' ? (
        <FailureNotice failure={task.failure}>
          <Button look="main" onClick={() => void load(server.id)}>
            {say('word.reload')}
          </Button>
          {task.failure.certificate ? (
            <Button onClick={() => showServer(server.id, 'overview')}>{say('app.form.certificate')}</Button>
          ) : server.demo ? null : (
            <Button onClick={() => openFront({ kind: 'serverForm', serverId: server.id })}>
              {say(commandLabel('edit'))}
            </Button>
          )}
        </FailureNotice>
      ) : null}
    </div>
  );
}

/** A tab has room for one name: the one that oxTrust shows. */
function OwnTabLabel({ label, labelLang, beside }: OwnLabel) {
  return (
    <span lang={labelLang} title={beside}>
      {label}
    </span>
  );
}
