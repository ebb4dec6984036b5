import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import type { Lang } from '~/domain/text'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface EnquiryAnswerProps {
  found: { version: number; lang: string; answer: string | null; answeredAt: string | null }
  mayAnswer: boolean
  answer: FormAnswer | undefined
}

/** The office's answer to an enquiry, or the form for it. */
export function EnquiryAnswer({ found, mayAnswer, answer }: EnquiryAnswerProps) {
  const { t } = useTranslation('interest')
  const { instant } = useFormat()
  if (found.answeredAt) {
    return (
      <Card title={t('desk.answerTitle')} aside={instant(found.answeredAt)}>
        <p className="whitespace-pre-line">{found.answer}</p>
      </Card>
    )
  }
  if (!mayAnswer) return null
  const language = t(`desk.languages.${found.lang as Lang}`)
  return (
    <Card title={t('desk.answerTitle')} kind="asks">
      <Form className="form" answer={answer} labels={{ answer: t('desk.answer') }}>
        <GuardField value={found.version} answer={answer} />
        <TextAreaField
          name="answer"
          label={t('desk.answer')}
          hint={t('desk.answerHint', { language })}
          maxLength={4000}
          rows={7}
          required
        />
        <div>
          <Button>{t('desk.sendAnswer')}</Button>
        </div>
      </Form>
    </Card>
  )
}
