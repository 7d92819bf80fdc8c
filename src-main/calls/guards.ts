import type { ServerId } from '../../src-shared/model/server';
import { createAskOnce } from '../guard/ask-once';
import { type ClearText, createClearText } from '../guard/clear-text';
import type { Confirm } from '../guard/confirm';
import type { ConfirmedPlaces } from '../guard/confirmed-places';
import { createMailGuard, type MailGuard } from '../guard/mail-guard';
import { createPlaces, type Places } from '../guard/places';
import { createWriteConsent, type WriteConsent } from '../guard/write-consent';
import type { Place } from '../net/place-name';
import type { RouteGuard } from '../ssh/ssh-routes';
import { guardRoutes } from './guarded-reach';

interface Needs {
  confirmed: ConfirmedPlaces;
  confirm: Confirm;
  /** Whether the demo fleet itself listens there. */
  isOwn(place: Place): boolean;
  isDemo(id: ServerId): boolean;
}

/** Everything that asks the user outside the window, each for its own kind of thing. */
export interface Guards {
  places: Places;
  clearText: ClearText;
  mails: MailGuard;
  consent: WriteConsent;
  routeGuard: RouteGuard;
}

export function createGuards({ confirmed, confirm, isOwn, isDemo }: Needs): Guards {
  const places = createPlaces({ confirmed, confirm, isOwn });
  const ask = createAskOnce({ confirm });
  return {
    places,
    clearText: createClearText({ ask, isOwn }),
    mails: createMailGuard({ ask, isOwn }),
    consent: createWriteConsent({ confirm, isDemo }),
    routeGuard: guardRoutes(places),
  };
}
