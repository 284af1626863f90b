import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startI18n } from '../../i18n/catalogue.ts'
import { appWords } from '../catalogue.ts'
import { LogInForm } from './LogInForm.tsx'
import type { Credentials, LogInRefusal } from './LogInForm.tsx'

beforeEach(async () => {
  localStorage.clear()
  await startI18n('en')
  await appWords.load()
})
afterEach(cleanup)

const draw = (answer?: LogInRefusal, sameUser?: { user: string; profile: string }) => {
  const onLogIn = vi.fn<(credentials: Credentials) => Promise<LogInRefusal | undefined>>(async () => answer)
  render(<LogInForm onLogIn={onLogIn} sameUser={sameUser} />)
  return onLogIn
}
const field = (name: string): HTMLInputElement => screen.getByLabelText(name, { exact: false, selector: 'input' })
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const submit = () => fireEvent.submit(field('User name'))

describe('the log-in form', () => {
  test('sends what was typed, the profile being internal unless changed', async () => {
    const onLogIn = draw()
    type('User name', ' admin ')
    type('Password', ' se cret ')
    submit()
    await waitFor(() => expect(onLogIn).toHaveBeenCalledWith({ user: 'admin', profile: 'internal', password: ' se cret ' }))
  })

  test('remembers name and profile of a log-in that worked, and never the password', async () => {
    const onLogIn = draw()
    type('User name', 'admin@ovirt')
    type('Password', 'secret')
    type('Profile', 'internalsso')
    submit()
    await waitFor(() => expect(onLogIn).toHaveBeenCalled())
    cleanup()
    draw()
    expect(field('User name').value).toBe('admin@ovirt')
    expect(field('Profile').value).toBe('internalsso')
    expect(field('Password').value).toBe('')
    expect(Array.from({ length: localStorage.length }, (_, index) => localStorage.getItem(localStorage.key(index) ?? ''))).not.toContain('secret')
    expect([...document.querySelectorAll('datalist option')].map((option) => option.getAttribute('value'))).toEqual(['internalsso', 'internal'])
  })

  test.each([
    ['login.refused.wrong', /name, password or profile is wrong/],
    ['login.refused.locked', /locked or disabled/],
    ['login.refused.unreachable', /does not answer/],
  ] as const)('says %s plainly, keeps the name, empties the password and puts the focus there', async (why, sentence) => {
    draw({ why })
    type('User name', 'admin')
    type('Password', 'wrong')
    submit()
    expect(await screen.findByText(sentence)).toBeTruthy()
    expect(field('User name').value).toBe('admin')
    expect(field('Password').value).toBe('')
    expect(document.activeElement).toBe(field('Password'))
  })

  test('asks the engine nothing while a field is empty', async () => {
    const onLogIn = draw()
    type('User name', 'admin')
    submit()
    expect(await screen.findByText('Enter the password')).toBeTruthy()
    expect(onLogIn).not.toHaveBeenCalled()
  })

  test('shows the password on demand', () => {
    draw()
    expect(field('Password').type).toBe('password')
    fireEvent.click(screen.getByRole('button', { name: 'Show the password' }))
    expect(field('Password').type).toBe('text')
    expect(screen.getByRole('button', { name: 'Hide the password' })).toBeTruthy()
  })

  test('after a dead session takes only the same user', () => {
    draw(undefined, { user: 'admin', profile: 'internal' })
    expect(field('User name').readOnly).toBe(true)
    expect(field('Profile').readOnly).toBe(true)
    expect(document.activeElement).toBe(field('Password'))
  })
})
