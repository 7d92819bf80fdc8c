import { connectionRules } from './connection-rules';
import { conversationRules } from './conversation-rules';
import { sendingRules } from './sending-rules';
import { settingRules } from './setting-rules';
import type { VerdictRule } from './verdict-rule';

/** Every way an attempt can end. Ids stay what they are; tests and reports name them. */
export const verdictRules = { ...sendingRules, ...settingRules, ...connectionRules, ...conversationRules };
export type RuleId = keyof typeof verdictRules;

/** The rule of an id, with the optional parts visible. */
export const ruleOf = (id: RuleId): VerdictRule => verdictRules[id];
