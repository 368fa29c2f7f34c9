import type { Banner } from '../../../../worker/contract/search.ts'
import { ownHref } from '../../../ui/safe-href.ts'
import { followLink } from '../follow-link.ts'
import type { View } from '../view.ts'

/** What the shop shows above these results: words, and a picture of one size where it has one. */
export const Banners = ({ model, host, banners }: View & { banners: readonly Banner[] }) => (
  <div class="banners">
    {banners.map(({ id, title, text, link, image_link }) => {
      const href = ownHref(link, host.base)
      const image = ownHref(image_link, host.base)
      return (
        <a key={id} class="banner" {...(href && { href })} onClick={(event) => followLink(event, href, host)}>
          {image && !model.broken.value.has(image) && (
            <img
              src={image}
              alt=""
              width={96}
              height={64}
              loading="lazy"
              decoding="async"
              onError={() => model.lose(image)}
            />
          )}
          <span>
            <b>{title}</b>
            {text && <span>{text}</span>}
          </span>
        </a>
      )
    })}
  </div>
)
