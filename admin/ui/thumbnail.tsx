import { useSignal } from '@preact/signals'
import type { Hit } from '../../worker/contract/search.ts'

/** The product's picture, or a quiet tile with its first letter. */
export function Thumbnail({ hit }: { hit: Hit }) {
  const isBroken = useSignal(false)
  const source = hit.variant?.image_link ?? hit.image_link
  if (source === undefined || isBroken.value) {
    return (
      <span class="thumbnail tile" aria-hidden="true">
        {/^./u.exec(hit.title)?.[0]}
      </span>
    )
  }
  return (
    <img
      class="thumbnail"
      src={source}
      alt=""
      width="56"
      height="56"
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => (isBroken.value = true)}
    />
  )
}
