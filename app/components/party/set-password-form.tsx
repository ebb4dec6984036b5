import type { ReactNode } from 'react'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { CheckedForm } from '~/components/kit/checked-form'
import type { KitFormProps } from '~/components/kit/form'
import { newPasswordForm } from '~/forms/party'
import { NewPasswordFields } from './new-password-fields'

interface SetPasswordProps extends Pick<KitFormProps, 'answer' | 'labels'> {
  email: string
  send: ReactNode
}

/** Sets a password on the page of a mailed link; the address is there for the password manager. */
export function SetPasswordForm({ email, send, answer, labels }: SetPasswordProps) {
  return (
    <Card>
      <CheckedForm className="form" schema={newPasswordForm} answer={answer} labels={labels}>
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <NewPasswordFields />
        <Button className="justify-self-start">{send}</Button>
      </CheckedForm>
    </Card>
  )
}
