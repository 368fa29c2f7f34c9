import type { ApiFailure } from '../api/answer.ts'
import { texts } from '../messages/language.ts'
import { Icon } from './icon.tsx'

interface ProblemProps {
  readonly title?: string
  readonly failure: ApiFailure
  readonly onRetry?: () => void
}

/** What went wrong, what stayed safe, and one thing to do about it. */
export function Problem({ title, failure, onRetry }: ProblemProps) {
  return (
    <div class="problem" role="alert">
      <Icon shape="alert" />
      <div>
        {title !== undefined && <strong>{title}</strong>}
        <p>{texts.value.failure(failure)}</p>
        {onRetry && (
          <button type="button" class="button" onClick={onRetry}>
            {texts.value.retry}
          </button>
        )}
      </div>
    </div>
  )
}
