/** What makes a number a measure, a count or an age rather than a sum of money. */
const unit = new RegExp(
  String.raw`\s?-?\s?(?:` +
    String.raw`(?:cms?|mms?|m|km|inch|inches|in(?=\.|$|\s(?:tall|wide|long|deep|high))|ft|feet|foot|oz|ounces?|lbs?|pounds?|kgs?|g|grams?|mg|ml|l|liters?|litres?|cl|gal|gallons?|` +
    String.raw`gb|tb|mb|mah|wh|w(?!\/)|watts?|v|volts?|hz|khz|mhz|ghz|db|decibels?|rpm|psi|dpi|fps|min|mins|minutes?|hours?|hrs?|h|sec|secs|seconds?|` +
    String.raw`days?|nights?|weeks?|months?|mos?|years?|yrs?|yo|people|persons?|pax|pieces?|pcs?|packs?|count|ct|sheets?|pages?|calories|kcal|cals?|` +
    String.raw`degrees?|percent|x|times|miles?|mph|km\/h|threads?|togs?|players?|seats?|seaters?|cups?|servings?|stars?|reviews?|lumens?|steps?|` +
    String.raw`items?|things?|ingredients?|bottles?|cans?|thread count|acres?|sq|square)(?![a-z])` +
    String.raw`|["”″′'’%°℃℉]` +
    String.raw`|(?:화소|개|명|인|살|세|개월|년|일|시간|분|초|센치|센티|미터|킬로|그램|그람|리터|평|도|장|권|매|팩|박스|병|캔|봉|호|번|단|층|피스|조각|칼로리|와트|볼트|퍼센트|kg|점|등급|사이즈|걸음|곡|자)` +
    String.raw`|(?:歳|才|人|個|枚|分|時間|日|ヶ月|か月|カ月|年|センチ|ミリ|グラム|キロ|リットル|本|袋|箱|度|倍|号|畳|型|インチ|回|点|位|カロリー|ページ|ピース))`,
  'uy',
)

/** Whether a unit follows the number that ends at `at` (5cm, 8 people, 3인용). */
export function followedByUnit(text: string, at: number): boolean {
  unit.lastIndex = at
  return unit.test(text)
}
