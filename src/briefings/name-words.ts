/** How many names a sentence lists before it says 等. */
const listed = 5;

/** 上城区、西湖区; of more than five the first five and their number: 上城区、…、临平区等6个. */
export function namesText(names: readonly string[]): string {
  return names.length <= listed ? names.join('、') : `${names.slice(0, listed).join('、')}等${names.length}个`;
}

/** The same where their number has been said and each is called by name: only after twenty comes 等. */
export function allNamesText(names: readonly string[]): string {
  return names.length <= 20 ? names.join('、') : `${names.slice(0, 20).join('、')}等`;
}
