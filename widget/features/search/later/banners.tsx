import type { Banner } from '../../../../worker/contract/search.ts'
import { ownHref } from '../../../ui/safe-href.ts'
import { followLink } from '../follow-link.ts'
import type { View } from '../view.ts'

/** Words, and a picture of one size where there is one that will load. */
function Content({ model, host, banner: { title, text, image_link } }: View & { banner: Banner }) {
  const image = ownHref(image_link, host.base)
  return (
    <>
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
    </>
  )
}

/** What the shop shows above these results, as one strip. */
export const Banners = ({ model, host, banners }: View & { banners: readonly Banner[] }) => (
  <div class="banners">
    {banners.map((banner) => {
      const href = ownHref(banner.link, host.base)
      const content = <Content model={model} host={host} banner={banner} />
      return href ? (
        <a
          key={banner.id}
          class="banner"
          href={href}
          onClick={(event) => followLink(event, href, host.follow)}
        >
          {content}
        </a>
      ) : (
        <div key={banner.id} class="banner">
          {content}
        </div>
      )
    })}
  </div>
)
