import { texts } from '../messages/language.ts'
import { Icon } from './icon.tsx'
import type { Notices } from './notices.ts'

/** What was just done, with a way back where there is one. The region is always there, so that it is read out. */
export function NoticeBar({ notices }: { notices: Notices }) {
  const notice = notices.notice.value
  return (
    <div class="notices" aria-live="polite">
      {notice && (
        <div class={`notice ${notice.tone}`} key={notice.id}>
          <Icon shape={notice.tone === 'done' ? 'check' : 'alert'} />
          <p>{notice.text}</p>
          {notice.undo && (
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                notices.dismiss()
                notice.undo?.()
              }}
            >
              {texts.value.undo}
            </button>
          )}
          <button
            type="button"
            class="button quiet square"
            aria-label={texts.value.close}
            onClick={notices.dismiss}
          >
            <Icon shape="cross" />
          </button>
        </div>
      )}
    </div>
  )
}
