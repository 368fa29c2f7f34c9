/** A share of 0 to 1 as a small bar. A picture of the number beside it, so it has no name of its own. */
export const Bar = ({ share }: { share: number }) => (
  <svg class="bar" aria-hidden="true" width="100%" height="6">
    <rect class="bar-back" width="100%" height="6" rx="3" />
    <rect class="bar-fill" width={`${Math.round(share * 100)}%`} height="6" rx="3" />
  </svg>
)
