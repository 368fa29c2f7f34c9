/** A product's picture, or where there is none, or it will not load, a quiet tile with the first letter. */
export const Picture = ({
  src,
  title,
  onBroken,
}: {
  src: string | undefined
  title: string
  onBroken: () => void
}) =>
  src ? (
    <img src={src} alt={title} width={400} height={400} loading="lazy" decoding="async" onError={onBroken} />
  ) : (
    <span class="letter" aria-hidden="true">
      {title.match(/[\p{L}\p{N}]/u)?.[0]}
    </span>
  )
