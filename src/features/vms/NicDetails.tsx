import { Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { CodeCell, SizeCell } from '../../blocks/cells/cells.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { ValueCell } from '../../blocks/cells/ValueCell.tsx'
import { FactList } from '../../blocks/detail/FactCards.tsx'
import type { Fact } from '../../blocks/detail/FactCards.tsx'
import type { Nic } from '../../domain/nic.ts'
import type { Readings } from '../../domain/statistics.ts'
import type { VnicProfile } from '../../domain/vnicProfile.ts'
import { allQuery } from '../../engine/names.ts'
import { vnicProfiles } from '../../engine/resources/networks.ts'
import { useText } from '../../i18n/text.ts'
import { NicLink } from './NicLink.tsx'
import { nicReadings } from './NicTraffic.tsx'

interface NicFacts { readonly nic: Nic; readonly profile: VnicProfile | undefined; readonly readings: Readings | undefined }

const general: readonly Fact<NicFacts>[] = [
  { id: 'vm.nic.link', value: ({ nic }) => <NicLink nic={nic} /> },
  { id: 'vm.nic.network', value: ({ profile }) => profile && <RefCell type="network" to={profile.network} /> },
  { id: 'vm.nic.profile', value: ({ nic }) => nic.vnicProfile && <RefCell type="vnic_profile" to={nic.vnicProfile} /> },
  { id: 'vm.nic.interface', value: ({ nic }) => nic.interface && <CodeCell>{nic.interface}</CodeCell> },
  { id: 'vm.nic.mac', value: ({ nic }) => nic.macAddress && <CodeCell>{nic.macAddress}</CodeCell> },
  { id: 'vm.nic.portMirroring', value: ({ profile }) => profile && <ValueCell value={profile.portMirroring} /> },
]

const size = (id: Fact<NicFacts>['id'], name: string): Fact<NicFacts> => ({ id, value: ({ readings }) => readings && <SizeCell bytes={readings.values[name]} /> })
const count = (id: Fact<NicFacts>['id'], name: string): Fact<NicFacts> => ({ id, value: ({ readings }) => readings && <ValueCell value={readings.values[name]} /> })
const traffic: readonly Fact<NicFacts>[] = [
  size('vm.nic.totalReceived', 'data.total.rx'),
  size('vm.nic.totalSent', 'data.total.tx'),
  count('vm.nic.errorsReceived', 'errors.total.rx'),
  count('vm.nic.errorsSent', 'errors.total.tx'),
]

/** What more there is to one NIC: profile, totals, parameters of its filter, interfaces inside the guest. */
export const NicDetails = ({ vmId, nic }: { readonly vmId: string; readonly nic: Nic }) => {
  const { t } = useText()
  const { data: profiles } = useQuery(allQuery(vnicProfiles))
  const { data: readings } = useQuery(nicReadings(vmId, nic.id))
  const row = { nic, profile: profiles?.find(({ id }) => id === nic.vnicProfile?.id), readings }
  return (
    <div className="vm-summary">
      <FactList facts={general} row={row} />
      <section><Title headingLevel="h3">{t('vm.nic.traffic')}</Title><FactList facts={traffic} row={row} /></section>
      {nic.filterParameters.length > 0 && (
        <section>
          <Title headingLevel="h3">{t('vm.nic.filterParameters')}</Title>
          <ul>{nic.filterParameters.map(({ name, value }) => <li key={name}><code data-original><bdi>{`${name}=${value}`}</bdi></code></li>)}</ul>
        </section>
      )}
      {nic.reportedDevices.length > 0 && (
        <section>
          <Title headingLevel="h3">{t('vm.nic.inGuest')}</Title>
          <ul>
            {nic.reportedDevices.map((device) => (
              <li key={device.id}><bdi data-original>{device.name}</bdi> <CodeCell>{device.macAddress}</CodeCell>{device.ips.map(({ address }) => <div key={address}><CodeCell>{address}</CodeCell></div>)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
