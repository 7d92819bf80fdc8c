import { counted as countedThings, countedPeople as people } from '../base/counted';
import { sentencesOf } from '../messages/failure-texts';
import { wordsOf } from '../texts/bridge';
import { amber, type Finding, green, notKnown, red, toAction } from './finding';
import type { PeopleSeen, ReadinessFacts } from './readiness-facts';

const source = 'oxTrust PasswordReminderAction.java (findPersons by mail, get(0))';
type Counted = Extract<PeopleSeen, { kind: 'counted' }>;

const numbers = new Intl.NumberFormat('en-US');

/** Says of a count that it is not that of all people. */
const limits = { time: 'counting took too long', limit: 'no more are counted' } as const;
const ofHowMany = ({ people: count, stopped }: Counted): string =>
  stopped === undefined ? people(count) : `the first ${people(count)} (${limits[stopped]})`;

function fromCount({ people: seen }: ReadinessFacts, judge: (counted: Counted) => Finding): Finding {
  if (seen.kind === 'unread') {
    return notKnown({
      reason: `The people could not be counted. ${wordsOf(sentencesOf(seen.failure).what)}`,
      because: 'the people could not be counted',
      source,
      remedy: toAction('Check again', 'checkAgain'),
    });
  }
  if (seen.people === 0) {
    return amber({
      reason: 'There are no people on this server.',
      because: 'there are no people on this server',
      source,
    });
  }
  return judge(seen);
}

/** A good count of a part is not known for the whole. */
const allGood = (counted: Counted, reason: string): Finding =>
  counted.stopped === undefined
    ? green(reason, source)
    : notKnown({ reason, because: 'not all people were counted', source });

/** Who cannot ask for a mail at all. */
export const peopleWithoutMail = (facts: ReadinessFacts): Finding =>
  fromCount(facts, (counted) => {
    const { people: count, withoutMail } = counted;
    if (withoutMail === 0) return allGood(counted, `Everyone has a mail address (${ofHowMany(counted)}).`);
    const remedy = toAction(`Show ${people(withoutMail)}`, 'showPeopleWithoutMail');
    if (withoutMail === count && counted.stopped === undefined) {
      const because = 'nobody has a mail address';
      return red({ reason: `Nobody has a mail address (${ofHowMany(counted)}).`, because, source, remedy });
    }
    const verb = withoutMail === 1 ? 'has' : 'have';
    const reason = `${numbers.format(withoutMail)} of ${ofHowMany(counted)} ${verb} no mail address.`;
    return amber({ reason, because: `${people(withoutMail)} ${verb} no mail address`, source, remedy });
  });

/** Whose mail may go to somebody else's account: Gluu takes the first person it finds. */
export const sharedMail = (facts: ReadinessFacts): Finding =>
  fromCount(facts, (counted) => {
    const { sharedMails } = counted;
    if (sharedMails === 0) {
      return allGood(counted, `No mail address of ${ofHowMany(counted)} belongs to more than one person.`);
    }
    const belong = `${countedThings(sharedMails, 'mail address belongs', 'mail addresses belong')}`;
    return amber({
      reason: `${belong} to more than one person. A reset changes the password of the first one Gluu finds.`,
      because: `${belong} to more than one person`,
      source,
      remedy: toAction(`Show ${countedThings(sharedMails, 'address', 'addresses')}`, 'showSharedMails'),
    });
  });
