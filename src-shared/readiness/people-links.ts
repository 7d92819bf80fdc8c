import { resetVersions } from '../gluu/reset-versions';
import { holdsFor, spansWhere } from '../gluu/versions';
import { sentencesOf } from '../messages/failure-texts';
import { type Message, message } from '../texts/message';
import { amber, checkAgain, type Finding, green, notKnown, red, toAction } from './finding';
import type { PeopleSeen, ReadinessFacts } from './readiness-facts';

/** Versions that tell users why a reset of a shared address failed. */
const refusing = spansWhere(resetVersions, ({ mayRefuseShared }) => mayRefuseShared);
const source = 'oxTrust PasswordReminderAction.java (findPersons by mail, get(0))';
type Counted = Extract<PeopleSeen, { kind: 'counted' }>;

/** Says of a count that it is not that of all people. */
const limits = ({ people, stopped }: Counted): Message[] =>
  stopped === undefined ? [] : [message(`readiness.people.${stopped}`, { people })];

function fromCount({ people: seen }: ReadinessFacts, judge: (counted: Counted) => Finding): Finding {
  if (seen.kind === 'unread') {
    const because = message('readiness.people.uncounted');
    return notKnown({ reason: [because, sentencesOf(seen.failure).what], because, source, remedy: checkAgain });
  }
  if (seen.people === 0) {
    const because = message('readiness.people.none');
    return amber({ reason: [because], because, source });
  }
  return judge(seen);
}

/** A good count of a part is not known for the whole. */
const allGood = (counted: Counted, reason: Message): Finding =>
  counted.stopped === undefined
    ? green([reason], source)
    : notKnown({
        reason: [reason, ...limits(counted)],
        because: message('readiness.because.notAllCounted'),
        source,
      });

/** Who cannot ask for a mail at all. */
export const peopleWithoutMail = (facts: ReadinessFacts): Finding =>
  fromCount(facts, (counted) => {
    const { people, withoutMail: n, stopped } = counted;
    if (n === 0) return allGood(counted, message('readiness.people.allHaveMail', { people }));
    const remedy = toAction(message('readiness.do.showPeople', { n }), 'showPeopleWithoutMail');
    if (n === people && stopped === undefined) {
      const reason = [message('readiness.people.nobodyHasMail', { people })];
      return red({ reason, because: message('readiness.because.nobodyHasMail'), source, remedy });
    }
    const reason = [message('readiness.people.someWithoutMail', { n, people }), ...limits(counted)];
    return amber({ reason, because: message('readiness.because.withoutMail', { n }), source, remedy });
  });

/** Whose mail may go to somebody else's account: Gluu takes the first person it finds. */
export const sharedMail = (facts: ReadinessFacts): Finding =>
  fromCount(facts, (counted) => {
    const { people, sharedMails: n } = counted;
    if (n === 0) return allGood(counted, message('readiness.people.noneShared', { people }));
    const refused = holdsFor(refusing, facts.version) === 'no' ? [] : [message('readiness.people.refused')];
    return amber({
      reason: [message('readiness.people.shared', { n }), ...refused, ...limits(counted)],
      because: message('readiness.because.sharedMail', { n }),
      source,
      remedy: toAction(message('readiness.do.showAddresses', { n }), 'showSharedMails'),
    });
  });
