import mark from './mark.svg'

/** The product's sign, as decoration: the name stands in words beside it. */
export const Mark = () => <img class="mark" src={mark} alt="" width="28" height="28" />
