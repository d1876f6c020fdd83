import 'virtual:map-worker-library';

import { register } from 'virtual:map-transfer';

import { PlanCargo } from './plan-cargo';

// The worker of the map: that of the library, which learns here to take apart what the map hands over in one piece.
register?.('PlanCargo', PlanCargo);
