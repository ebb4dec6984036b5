import { previewLetters } from './case-form.server'

export const action = previewLetters
