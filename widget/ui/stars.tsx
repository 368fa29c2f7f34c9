/** A rating as five stars, filled as far as it reaches, with its number of reviews. */
export const Stars = ({ value, count, label }: { value: number; count: number; label: string }) => (
  <span class="rating">
    <span class="hidden">{label}</span>
    <span aria-hidden="true">
      <span class="stars" style={{ '--share': `${value * 20}%` }}>
        ★★★★★
      </span>{' '}
      {count}
    </span>
  </span>
)
