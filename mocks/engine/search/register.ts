/** Gives the collections their search language. Objects without a source are found by name (searchers.ts). */
import { searchObjects } from '../../../src/domain/search/objects.ts'
import { registerSearcher } from '../searchers.ts'
import * as searchables from './searchables.ts'
import { findRows, type Searchable } from './searchRows.ts'

function register<Row extends { readonly id: string }>(searchable: Searchable<Row>): void {
  for (const word of searchObjects[searchable.object].prefixes) {
    registerSearcher(word, (world, text, settings) => findRows(searchable, world, text, settings).rows.map(({ id }) => id))
  }
}

/** Registers every object that has a source, under its singular and its plural name. */
export function registerSearchLanguage(): void {
  register(searchables.vms)
  register(searchables.hosts)
  register(searchables.clusters)
  register(searchables.dataCenters)
  register(searchables.templates)
  register(searchables.pools)
  register(searchables.storageDomains)
  register(searchables.users)
  register(searchables.groups)
  register(searchables.networks)
  register(searchables.disks)
  register(searchables.events)
  register(searchables.jobs)
}
