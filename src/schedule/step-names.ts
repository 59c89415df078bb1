import type { Message } from '../model/language.ts';
import type { StepKind } from '../model/schedule-settings.ts';

/** What each kind of step does, in a word or two, wherever steps are told. */
export const stepNames: Readonly<Record<StepKind, Message>> = {
  forms: { 'zh-CN': '下发月报表', en: 'send the forms' },
  remind: { 'zh-CN': '催报', en: 'remind' },
  close: { 'zh-CN': '截止汇总', en: 'close the month' },
  draft: { 'zh-CN': '生成送审稿', en: 'draft and check' },
  ask: { 'zh-CN': '送审签', en: 'ask for the signature' },
  deliver: { 'zh-CN': '分发简报', en: 'deliver' },
  archive: { 'zh-CN': '归档', en: 'archive' },
};
