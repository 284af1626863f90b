import { Alert, Card, CardBody, CardTitle, Flex, FlexItem, Gallery, GalleryItem, Grid, GridItem, Label, Progress, Spinner, Stack, Title } from '@patternfly/react-core'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EventText } from '../../blocks/events/EventText.tsx'
import { FaultMessage } from '../../blocks/faults/FaultMessage.tsx'
import { condition, searchFor } from '../../domain/search/write.ts'
import { isRunningJob } from '../../domain/job.ts'
import { allQuery } from '../../engine/names.ts'
import { rootQuery } from '../../engine/product.ts'
import type { Count } from '../../engine/product.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { events } from '../../engine/resources/events.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { jobs } from '../../engine/resources/jobs.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import { storageDomains } from '../../engine/resources/storageDomains.ts'
import { useFormat } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { toBand, toClusterUse, toTotalUse } from './capacity.ts'
import { mostCounted, problems } from './problems.ts'
import './dashboard.css'

const mostHosts = 100
const mostDomains = 100
const shownAlerts = 5
const upHosts = hosts.some({ search: searchFor('host', { status: 'up' }), sort: { field: 'name', descending: false } }, mostHosts)
const newestAlerts = events.some({ search: condition('event', 'severity', '=', 'alert') }, shownAlerts)
const newestJobs = jobs.some({}, mostCounted)
const domains = storageDomains.some({ sort: { field: 'name', descending: false } }, mostDomains)

/** The start page: what there is, how full it is, what needs attention. */
export const DashboardPage = () => {
  const { t } = useText()
  return (
    <div data-feature="dashboard.list.overview" className="dashboard">
      <title>{t('dashboard.list.overview')}</title>
      <Stack hasGutter>
        <Title headingLevel="h1">{t('dashboard.list.overview')}</Title>
        <Inventory />
        <Grid hasGutter>
          <GridItem lg={8}><ClusterCapacity /></GridItem>
          <GridItem lg={4}><Problems /></GridItem>
          <GridItem lg={8}><StorageCapacity /></GridItem>
          <GridItem lg={4}><Stack hasGutter><Alerts /><RunningTasks /></Stack></GridItem>
        </Grid>
      </Stack>
    </div>
  )
}

interface PanelProps { readonly title: MessageKey; readonly feature?: string; readonly fault?: unknown; readonly isPending?: boolean; readonly isTall?: boolean; readonly footer?: ReactNode; readonly children: ReactNode }

const Panel = ({ title, feature, fault, isPending = false, isTall = true, footer, children }: PanelProps) => {
  const { t } = useText()
  return (
    <Card isCompact isFullHeight={isTall} data-feature={feature}>
      <CardTitle component="h2">{t(title)}</CardTitle>
      <CardBody>
        {fault ? <FaultMessage fault={fault} /> : isPending ? <Spinner size="md" aria-label={t('state.loading')} /> : children}
        {footer}
      </CardBody>
    </Card>
  )
}

const Inventory = () => {
  const { data: root } = useQuery(rootQuery)
  const { data: allClusters } = useQuery(allQuery(clusters))
  const { data: allDataCenters } = useQuery(allQuery(dataCenters))
  return (
    <Gallery hasGutter className="dashboard-tiles">
      <Tile label="dashboard.tab.inventory-data-centers" href="/datacenters" count={whole(allDataCenters, ({ status }) => status === 'up')} />
      <Tile label="dashboard.tab.inventory-clusters" href="/clusters" count={whole(allClusters)} />
      <Tile label="dashboard.tab.inventory-hosts" href="/hosts" count={root?.summary?.hosts} />
      <Tile label="dashboard.tab.inventory-virtual-machines" href="/vms" count={root?.summary?.vms} />
      <Tile label="dashboard.tab.inventory-storage-domains" count={root?.summary?.storageDomains} />
    </Gallery>
  )
}

const whole = <T,>(rows: readonly T[] | undefined, isActive?: (row: T) => boolean): Partial<Count> | undefined =>
  rows && { total: rows.length, ...(isActive ? { active: rows.filter(isActive).length } : {}) }

const Tile = ({ label, href, count }: { readonly label: MessageKey; readonly href?: string; readonly count: Partial<Count> | undefined }) => {
  const { t } = useText()
  const { number } = useFormat()
  const total = <span className="dashboard-number">{number(count?.total) || '–'}</span>
  return (
    <GalleryItem>
      <Card isCompact isFullHeight data-feature={label}>
        <CardTitle component="h2">{t(label)}</CardTitle>
        <CardBody>
          {href ? <Link to={href} aria-label={`${t(label)}: ${number(count?.total)}`}>{total}</Link> : total}
          {count?.active !== undefined && <p className="dashboard-subtle">{count.active === count.total ? t('dashboard.allActive') : t('dashboard.active', { value: number(count.active) })}</p>}
        </CardBody>
      </Card>
    </GalleryItem>
  )
}

const Bar = ({ label, percent, text }: { readonly label: ReactNode; readonly percent: number | undefined; readonly text: string }) => {
  const band = toBand(percent)
  return <Progress title={label} value={percent ?? 0} label={text} valueText={text} size="sm" measureLocation="top" {...(band ? { variant: band } : {})} />
}

const ClusterCapacity = () => {
  const { t } = useText()
  const { percent, bytes } = useFormat()
  const all = useQuery(allQuery(clusters))
  const up = useQuery(upHosts)
  const rows = up.data?.rows ?? []
  const readings = useQueries({
    queries: rows.map(({ id }) => statisticsQuery('host', id)),
    combine: (results) => new Map(results.flatMap(({ data }, index) => {
      const id = rows[index]?.id
      return data && id !== undefined ? [[id, data] as const] : []
    })),
  })
  const uses = toClusterUse(all.data ?? [], rows, readings)
  const total = toTotalUse(uses)
  const memory = (used: number, whole: number): string => t('dashboard.usedOf', { used: bytes(used), total: bytes(whole) })
  const share = (part: number, whole: number): number | undefined => (whole > 0 ? (100 * part) / whole : undefined)
  return (
    <Panel title="dashboard.tab.cluster-utilization-heat-map" feature="dashboard.tab.cluster-utilization-heat-map" fault={all.error ?? up.error} isPending={all.isPending || up.isPending}>
      {rows.length === 0 && <p>{t('dashboard.noHosts')}</p>}
      {rows.length > 0 && (
        <Grid className="dashboard-bars">
          <GridItem span={12}><p className="dashboard-group">{t('dashboard.allClusters')}</p></GridItem>
          <GridItem span={6} data-feature="dashboard.tab.global-utilization-cpu"><Bar label={t('dashboard.tab.global-utilization-cpu')} percent={total.cpuPercent} text={percent(total.cpuPercent) || '–'} /></GridItem>
          <GridItem span={6} data-feature="dashboard.tab.global-utilization-memory"><Bar label={t('dashboard.tab.global-utilization-memory')} percent={share(total.memoryUsedBytes, total.memoryTotalBytes)} text={memory(total.memoryUsedBytes, total.memoryTotalBytes)} /></GridItem>
        </Grid>
      )}
      <ul className="dashboard-list dashboard-groups">
        {uses.map(({ id, name, hostCount, cpuPercent, memoryUsedBytes, memoryTotalBytes }) => (
          <li key={id}>
            <p className="dashboard-group"><Link to={`/clusters/${id}`}><bdi>{name}</bdi></Link> <span className="dashboard-subtle">{t('dashboard.hosts', { count: hostCount })}</span></p>
            {hostCount > 0 && (
              <Grid className="dashboard-bars">
                <GridItem span={6}><Bar label={t('field.cpu')} percent={cpuPercent} text={percent(cpuPercent) || '–'} /></GridItem>
                <GridItem span={6}><Bar label={t('field.memory')} percent={share(memoryUsedBytes, memoryTotalBytes)} text={memory(memoryUsedBytes, memoryTotalBytes)} /></GridItem>
              </Grid>
            )}
          </li>
        ))}
      </ul>
      {up.data?.more && <p className="dashboard-subtle">{t('dashboard.cappedHosts', { count: mostHosts })}</p>}
    </Panel>
  )
}

const StorageCapacity = () => {
  const { t } = useText()
  const { bytes, percent } = useFormat()
  const { data, error, isPending } = useQuery(domains)
  const sized = (data?.rows ?? []).filter(({ availableBytes, usedBytes, type }) => type === 'data' && availableBytes !== undefined && usedBytes !== undefined)
    .map(({ id, name, usedBytes = 0, availableBytes = 0 }) => ({ id, name, used: usedBytes, total: usedBytes + availableBytes }))
  const used = sized.reduce((sum, domain) => sum + domain.used, 0)
  const total = sized.reduce((sum, domain) => sum + domain.total, 0)
  const share = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : 0)
  return (
    <Panel title="dashboard.tab.storage-utilization-heat-map" feature="dashboard.tab.storage-utilization-heat-map" fault={error} isPending={isPending}>
      {sized.length === 0 && <p>{t('dashboard.noStorage')}</p>}
      {sized.length > 0 && <div data-feature="dashboard.tab.global-utilization-storage"><Bar label={t('dashboard.tab.global-utilization-storage')} percent={share(used, total)} text={`${percent(share(used, total))} · ${t('dashboard.usedOf', { used: bytes(used), total: bytes(total) })}`} /></div>}
      <ul className="dashboard-list dashboard-groups dashboard-columns">
        {sized.map((domain) => (
          <li key={domain.id}><Bar label={<bdi>{domain.name}</bdi>} percent={share(domain.used, domain.total)} text={t('dashboard.usedOf', { used: bytes(domain.used), total: bytes(domain.total) })} /></li>
        ))}
      </ul>
    </Panel>
  )
}

const Problems = () => {
  const { t } = useText()
  const { count } = useFormat()
  const results = useQueries({ queries: problems.map(({ query }) => query) })
  const found = problems.flatMap((problem, index) => {
    const number = results[index]?.data ?? 0
    return number > 0 ? [{ ...problem, number }] : []
  })
  const fault = results.find(({ error }) => error)?.error
  return (
    <Panel title="dashboard.problems" fault={fault} isPending={results.some(({ isPending }) => isPending)}>
      {found.length === 0 && <Alert isInline isPlain variant="success" title={t('dashboard.problems.none')} />}
      <ul className="dashboard-list">
        {found.map(({ label, status, href, number }) => (
          <li key={label}>
            <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }} flexWrap={{ default: 'nowrap' }}>
              <FlexItem><Link to={href}>{t(label)}</Link></FlexItem>
              <FlexItem><Label status={status} isCompact>{count(number, number >= mostCounted)}</Label></FlexItem>
            </Flex>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Alerts = () => {
  const { t } = useText()
  const { relative, dateTime } = useFormat()
  const { data, error, isPending } = useQuery(newestAlerts)
  const href = `/events?search=${encodeURIComponent(condition('event', 'severity', '=', 'alert'))}`
  return (
    <Panel isTall={false} title="dashboard.alerts" feature="dashboard.tab.inventory-events" fault={error} isPending={isPending} footer={<p><Link to={href}>{t('dashboard.alerts.all')}</Link></p>}>
      {data?.rows.length === 0 && <p>{t('dashboard.alerts.none')}</p>}
      <ul className="dashboard-list">
        {data?.rows.map((event) => (
          <li key={event.id}><EventText event={event} /> <time className="dashboard-subtle" title={dateTime(event.time)}>{relative(event.time)}</time></li>
        ))}
      </ul>
    </Panel>
  )
}

const RunningTasks = () => {
  const { t } = useText()
  const { relative, dateTime } = useFormat()
  const { data, error, isPending } = useQuery(newestJobs)
  const running = (data?.rows ?? []).filter(isRunningJob)
  return (
    <Panel isTall={false} title="dashboard.tasks" fault={error} isPending={isPending} footer={<p><Link to="/tasks">{t('dashboard.tasks.all')}</Link></p>}>
      {running.length === 0 && <p>{t('dashboard.tasks.none')}</p>}
      <ul className="dashboard-list">
        {running.map(({ id, description, startedAt }) => (
          <li key={id}><bdi data-original>{description}</bdi> <time className="dashboard-subtle" title={dateTime(startedAt)}>{relative(startedAt)}</time></li>
        ))}
      </ul>
    </Panel>
  )
}
