import type { PanelOptions } from '../panel/panel';
import { DimsonModel } from './dimson';
import { FactorModel } from './factors';
import { marketModel } from './market';
import { marketAdjusted, meanAdjusted } from './mean-adjusted';
import type { NormalReturnModel, PanelShape } from './normal-return-model';
import { ScholesWilliamsModel } from './scholes-williams';
import { SingleIndexModel } from './single-index';

/** The model by its name, at work on panels of this shape. `spanning`: whether any returns cover several sessions. */
export function modelFor({ model, dimson }: PanelOptions, shape: PanelShape, spanning: boolean): NormalReturnModel {
  if (spanning && model === 'market') return new FactorModel(shape, 1);
  if (spanning && model === 'meanAdjusted') return new FactorModel(shape, 0);
  switch (model) {
    case 'meanAdjusted':
      return new SingleIndexModel(shape, meanAdjusted, 1, 1);
    case 'marketAdjusted':
      return new SingleIndexModel(shape, marketAdjusted, 1, 0);
    case 'market':
      return new SingleIndexModel(shape, marketModel(), 2, 2);
    case 'factors':
      return new FactorModel(shape, shape.factors);
    case 'scholesWilliams':
      return new ScholesWilliamsModel(shape);
    case 'dimson':
      return new DimsonModel(shape, dimson);
  }
}
