import type { ProcedureStage } from '~/domain/procedure/version'
import type { Text } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { LimitText } from './limit-text'
import { SourcedText } from './sourced-text'

/** The papers a procedure asks for. */
export function DossierList({ dossier }: { dossier: readonly { text: Text; required: boolean }[] }) {
  const { t } = useTranslation('procedure')
  return (
    <ol className="list-decimal space-y-2 pl-5">
      {dossier.map(({ text, required }) => (
        <li key={text.vi}>
          <SourcedText text={text} mark={false} />
          {required ? null : <small className="text-ink-soft"> ({t('detail.ifAny')})</small>}
        </li>
      ))}
    </ol>
  )
}

/** The stages inside a procedure, each with its limit where it has one. */
export function StageList({ stages }: { stages: readonly ProcedureStage[] }) {
  return (
    <ol className="list-decimal space-y-2 pl-5">
      {stages.map(({ text, limit }) => (
        <li key={text.vi}>
          <SourcedText text={text} mark={false} />
          {limit ? (
            <>
              {' · '}
              <LimitText limit={limit} />
            </>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
