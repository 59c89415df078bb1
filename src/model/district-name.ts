/** What names of districts, of towns in one, and of committees that rank with them end in. */
const endings = /^\p{Script=Han}{1,14}(?:区|县|市|旗|盟|管委会|新城|街道|镇|乡|苏木)$/u;

/** Other words with the same endings. */
const others =
  /(?:小区|社区|校区|地区|[主老新中心]城区|辖区|片区|街区|厂区|院区|库区|灾区|市区|县区|[各本我全外每][区县市镇乡]|区县|县市|超市|城市|集市|夜市|股市|上市|城镇|乡镇|集镇|小镇|城乡|下乡|家乡)$/u;

/** Whether a text looks like the name of a district: 上城区, 淳安县, 某某开发区; not 合计, 备注 or 老旧小区. */
export function looksLikeDistrict(text: string): boolean {
  return endings.test(text) && !others.test(text);
}
