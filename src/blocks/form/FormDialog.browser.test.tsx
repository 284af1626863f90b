import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Ref } from '../../domain/entity.ts'
import { no, yes } from '../../domain/verdict.ts'
import { EngineFault } from '../../engine/fault.ts'
import { draw } from '../testing.tsx'
import { defineForm } from './form.ts'
import type { Picking } from './form.ts'
import { FormDialog } from './FormDialog.tsx'
import { toBody } from './formValues.ts'
import type { Submission } from './useEntityForm.ts'

interface Machine { readonly id: string; readonly name: string; readonly memoryBytes: number }
interface Values { readonly name: string; readonly memory: number | undefined; readonly isHighlyAvailable: boolean; readonly cluster: Ref | undefined; readonly comment: string; readonly ranges: readonly Readonly<Record<string, string>>[] }
interface Body { readonly name?: string; readonly memory?: number; readonly high_availability?: { readonly enabled?: boolean; readonly comment?: string }; readonly cluster?: { readonly id: string } }

const clusters: Picking = {
  type: 'cluster',
  find: (words) => Promise.resolve([
    { id: 'c1', name: 'Default', facts: 'x86' }, { id: 'c2', name: 'Old', refused: { ok: false as const, why: 'actions.notHere' } },
  ].filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))),
}
const form = defineForm<Machine, Values, Body>({
  id: 'field.name',
  sections: [{
    fields: [
      { name: 'name', id: 'entity.vm', kind: 'text', initial: '', required: true, read: ({ name }) => name, write: (name) => ({ name }), check: (name) => (name.includes(' ') ? no('actions.notHere') : yes) },
      { name: 'memory', id: 'field.memory', kind: 'bytes', initial: 1024 ** 3, read: ({ memoryBytes }) => memoryBytes, write: (memory) => (memory === undefined ? {} : { memory }) },
      { name: 'isHighlyAvailable', id: 'answer.yes', kind: 'switch', initial: false, write: (enabled) => ({ high_availability: { enabled } }) },
      { name: 'cluster', id: 'entity.cluster', kind: 'picker', picking: clusters, initial: undefined, write: (cluster) => (cluster ? { cluster: { id: cluster.id } } : {}) },
      {
        name: 'comment', id: 'field.comment', kind: 'text', initial: '', write: (comment) => ({ high_availability: { comment } }),
        when: ({ isHighlyAvailable }) => (isHighlyAvailable ? 'shown' : 'hidden'),
      },
      { name: 'ranges', id: 'field.address', kind: 'list', columns: [{ id: 'field.name', name: 'from' }], initial: [] },
    ],
  }],
  settle: (values, changed) => (changed === 'isHighlyAvailable' && values.isHighlyAvailable ? { ...values, memory: 2 * 1024 ** 3 } : values),
  faultField: ({ detail }) => (detail.includes('name') ? 'name' : undefined),
})

const open = async (onSubmit: (submission: Submission<Values>) => Promise<unknown>, onClose = vi.fn(), entity?: Machine) => {
  await draw(<FormDialog form={form} entity={entity} submitLabel="button.save" onSubmit={onSubmit} onClose={onClose} />)
  await screen.findByRole('dialog', { name: 'Name' })
  return onClose
}
const nameInput = (): HTMLElement => screen.getByRole('textbox', { name: /Virtual machine/ })
const type = (input: HTMLElement, value: string): void => void fireEvent.change(input, { target: { value } })

describe('FormDialog', () => {
  test('goes to the first error on submit and says what is wrong under the field', async () => {
    const onSubmit = vi.fn(() => Promise.resolve())
    await open(onSubmit)
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('This is required')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(nameInput()))
    expect(onSubmit).not.toHaveBeenCalled()
  })

  test('judges a field when it is left, not while typing', async () => {
    await open(() => Promise.resolve())
    type(nameInput(), 'a b')
    expect(screen.queryByText('Not available for this object')).toBeNull()
    fireEvent.blur(nameInput())
    expect(await screen.findByText('Not available for this object')).toBeTruthy()
  })

  test('shows, hides and changes fields by the values of others, and hands over typed values', async () => {
    const onSubmit = vi.fn<(submission: Submission<Values>) => Promise<unknown>>(() => Promise.resolve())
    const onClose = await open(onSubmit)
    type(nameInput(), 'web01')
    expect(screen.queryByRole('textbox', { name: 'Comment' })).toBeNull()
    fireEvent.click(screen.getByRole('switch', { name: 'Yes' }))
    type(await screen.findByRole('textbox', { name: 'Comment' }), 'important')
    expect(screen.getByRole('spinbutton', { name: 'Memory' })).toHaveProperty('value', '2')
    fireEvent.click(screen.getByRole('button', { name: 'Add row' }))
    type(await screen.findByRole('textbox', { name: 'Name, row 1' }), '10.0.0.1')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    const submission = onSubmit.mock.calls[0]?.[0]
    expect(submission?.changed).toEqual(['name', 'memory', 'isHighlyAvailable', 'comment', 'ranges'])
    expect(submission && toBody(form, submission.values)).toEqual({ name: 'web01', memory: 2 * 1024 ** 3, high_availability: { enabled: true, comment: 'important' } })
    expect(submission?.values.ranges).toEqual([{ from: '10.0.0.1' }])
  })

  test('the picker finds by name, shows why something cannot be chosen and takes what can', async () => {
    const onSubmit = vi.fn<(submission: Submission<Values>) => Promise<unknown>>(() => Promise.resolve())
    await open(onSubmit)
    type(nameInput(), 'web01')
    const picker = screen.getByRole('combobox', { name: 'Cluster' })
    fireEvent.keyDown(picker, { key: 'ArrowDown' })
    const old = await screen.findByRole('option', { name: /Old/ })
    expect(old.textContent).toContain('Not available for this object')
    fireEvent.click(old)
    expect(screen.getByRole('listbox')).toBeTruthy()
    type(picker, 'def')
    await screen.findByRole('option', { name: /Default/ })
    await waitFor(() => expect(screen.queryByRole('option', { name: /Old/ })).toBeNull())
    fireEvent.keyDown(picker, { key: 'Enter' })
    expect(picker).toHaveProperty('value', 'Default')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(onSubmit.mock.calls[0]?.[0].values.cluster).toEqual({ id: 'c1', name: 'Default' }))
  })

  test('a refusal goes to the field it speaks of, others are shown whole; what was entered stays', async () => {
    const refuse = (detail: string) => () => Promise.reject(new EngineFault({ kind: 'refused', status: 409, detail }))
    const onSubmit = vi.fn(refuse('[The name is taken.]'))
    const onClose = await open(onSubmit)
    type(nameInput(), 'web01')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByText('The name is taken.')).closest('[data-feature]')?.getAttribute('data-feature')).toBe('entity.vm')
    onSubmit.mockImplementation(refuse('[Not enough memory.]'))
    type(nameInput(), 'web02')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Not enough memory.')).toBeTruthy()
    expect(nameInput()).toHaveProperty('value', 'web02')
    expect(onClose).not.toHaveBeenCalled()
  })

  test('asks before changes are lost, by Escape too', async () => {
    const onClose = await open(() => Promise.resolve())
    type(nameInput(), 'web01')
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(await screen.findByText('Your changes are not saved yet')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Stay' }))
    expect(onClose).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Discard changes' }))
    expect(onClose).toHaveBeenCalled()
  })

  test('an untouched form closes at once, and an edited object fills it', async () => {
    const onClose = await open(() => Promise.resolve(), vi.fn(), { id: '1', name: 'web09', memoryBytes: 512 * 1024 ** 2 })
    expect(nameInput()).toHaveProperty('value', 'web09')
    expect(screen.getByRole('spinbutton', { name: 'Memory' })).toHaveProperty('value', '512')
    expect(within(screen.getByRole('combobox', { name: 'Unit of Memory' })).getByRole('option', { name: 'MiB' })).toHaveProperty('selected', true)
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(onClose).toHaveBeenCalled()
  })
})
