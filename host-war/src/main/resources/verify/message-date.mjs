// The Date of a message (RFC 5322 §3.3), in the form that is signed here.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FORM = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/;

/** @returns {number | null} seconds since 1970; null if it has another form */
export function secondsOf(text) {
  const form = FORM.exec(text);
  const month = MONTHS.indexOf(form?.[2]);
  if (form === null || month < 0) return null;
  const [day, year, hour, minute, second] = [1, 3, 4, 5, 6].map((group) => Number(form[group]));
  const offset = (form[7] === '-' ? -1 : 1) * (Number(form[8]) * 60 + Number(form[9]));
  if (hour > 23 || minute > 59 || second > 59 || Number(form[9]) > 59 || Math.abs(offset) > 18 * 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return null;
  return date.getTime() / 1000 + (hour * 60 + minute - offset) * 60 + second;
}
