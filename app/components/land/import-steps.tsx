import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import type { ImportResult } from '~/domain/land/import-row'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import type { ImportState } from './import-table'

interface ImportStepsProps {
  page: { state: ImportState; version: number; mayWrite: boolean; counts: Record<ImportResult, number> | null }
  answer: FormAnswer | undefined
}

/** What can be done with an import where it stands: confirm or abandon a preview, undo what was written. */
export function ImportSteps({ page, answer }: ImportStepsProps) {
  const { t } = useTranslation('sheet')
  const { number } = useFormat()
  const { state, version, mayWrite, counts } = page
  if (state === 'undone') return <Card>{t('import.undone')}</Card>
  if (!counts || (state !== 'previewed' && state !== 'confirmed')) return null
  const said = { inserted: number(counts.inserted), updated: number(counts.updated) }
  const empty = counts.inserted + counts.updated === 0
  const whyNot = mayWrite ? null : t('import.readOnly')
  return (
    <Card kind={state === 'previewed' ? 'asks' : 'plain'}>
      <p className="mb-3">
        {state === 'confirmed'
          ? t('import.written', said)
          : empty
            ? t('import.nothingToWrite')
            : t('import.nothing', said)}
      </p>
      {state === 'confirmed' ? <p className="mb-3 text-ink-soft">{t('import.undoText')}</p> : null}
      <Form answer={answer}>
        <input type="hidden" name="version" value={version} />
        <div className="actions">
          {state === 'previewed' ? (
            <>
              {empty ? null : (
                <Button name="step" value="confirm" whyNot={whyNot}>
                  {t('import.confirm')}
                </Button>
              )}
              {mayWrite ? (
                <Button name="step" value="abandon" kind="quiet">
                  {t('import.abandon')}
                </Button>
              ) : null}
            </>
          ) : (
            <Button name="step" value="undo" kind="danger" whyNot={whyNot}>
              {t('import.undo')}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  )
}
