const no = /^(?:false|no|none|n\/?a|0|-|없음|무|아니오|아니요|해당 ?없음|いいえ|なし|無し)$/
const yes = /^(?:true|yes|y|예|네|있음|はい|あり)$/

/** Whether a folded value of a fact says no more than that it is not so. Pure. */
export const saysNo = (folded: string): boolean => no.test(folded)

/** Whether it says no more than that it is so. Pure. */
export const saysYes = (folded: string): boolean => yes.test(folded)

/** Whether a folded value means nothing without the name of its fact. Pure. */
export const saysYesOrNo = (folded: string): boolean => saysNo(folded) || saysYes(folded)
