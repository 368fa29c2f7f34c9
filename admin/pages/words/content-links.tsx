import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { contentLink, type ContentLink } from '../../../worker/contract/shops.ts'
import { contentLinkKinds } from '../../../worker/contract/vocabulary.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { changeSettings } from '../install/change-settings.ts'
import { readList } from './words-model.ts'

/** The shop's own pages that answer what is no product. */
export function ContentLinks({ desk }: { desk: Desk }) {
  const t = texts.value.words
  const form = useRef<HTMLFormElement>(null)
  const isWrong = useSignal(false)
  const { content_links, category_link, brand_link } = desk.settings.settings.value

  const change = (links: ContentLink[], done: string): void =>
    void changeSettings(desk, { content_links: links }, { done, undo: { content_links } })
  const add = (): void => {
    const fields = new FormData(form.current ?? undefined)
    const own = fields.get('words')
    const words = typeof own === 'string' ? readList(own) : []
    const read = contentLink.safeParse({
      kind: fields.get('kind'),
      title: fields.get('title'),
      link: fields.get('link'),
      ...(words.length > 0 ? { words } : {}),
    })
    isWrong.value = !read.success
    if (!read.success) return
    form.current?.reset()
    change([...content_links, read.data], t.linkAdded(read.data.title))
  }
  const template = (name: 'category_link' | 'brand_link', value: string, label: string) => (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        key={value}
        id={name}
        type="text"
        inputMode="url"
        autocomplete="off"
        placeholder={t.templatePlaceholder}
        defaultValue={value}
        aria-describedby="template-hint"
        onChange={({ currentTarget }) =>
          void changeSettings(
            desk,
            { [name]: currentTarget.value.trim() },
            { done: t.linkSaved, undo: { [name]: value } },
          )
        }
      />
    </div>
  )

  return (
    <section class="card" aria-labelledby="links-title">
      <h2 id="links-title">{t.linksTitle}</h2>
      <p class="muted">{t.linksText}</p>
      {content_links.length > 0 && (
        <ul class="word-links">
          {content_links.map((link) => (
            <li key={`${link.kind} ${link.link}`}>
              <span class="badge">{t.kinds[link.kind]}</span>
              <strong>{link.title}</strong>
              <span class="muted">{link.link}</span>
              <button
                type="button"
                class="button quiet square"
                aria-label={t.removeLink(link.title)}
                onClick={() =>
                  change(
                    content_links.filter((other) => other !== link),
                    t.linkRemoved(link.title),
                  )
                }
              >
                <Icon shape="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        ref={form}
        class="word-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <label>
          {t.kind}
          <select name="kind">
            {contentLinkKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.title}
          <input name="title" autocomplete="off" />
        </label>
        <label>
          {t.link}
          <input name="link" autocomplete="off" inputMode="url" placeholder="/policy/returns" />
        </label>
        <label>
          {t.triggers}
          <input name="words" autocomplete="off" />
        </label>
        <button type="submit" class="button">
          {t.add}
        </button>
        {isWrong.value && (
          <p class="field-problem" role="alert">
            {t.linkWrong}
          </p>
        )}
      </form>
      {template('category_link', category_link, t.categoryLink)}
      {template('brand_link', brand_link, t.brandLink)}
      <p class="hint" id="template-hint">
        {t.templateHint}
      </p>
    </section>
  )
}
