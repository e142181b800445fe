// What other features show in the workspace of a map; it comes in from MapRoute.tsx.
import type { ArgumentMap, Claim, Edit, Id, MapInfo, NewId, Participant, Role } from '@counterpoint/shared';
import type { ComponentType, ReactElement, ReactNode } from 'react';

export interface Slots {
  /** Who I am and how the page looks. */
  menu: ReactNode;
  /** Inside, `useOpenMap` finds the map. */
  panel: ReactNode;
  Share: ComponentType<{
    map: Id;
    me: Id | null;
    role: Role | null;
    participants: readonly Participant[];
    maySetRole: (participant: Id, role: Role | null) => boolean;
    onSetRole: (participant: Id, role: Role | null) => void;
    info: MapInfo;
    maySet: (set: Partial<MapInfo>) => boolean;
    onSet: (set: Partial<MapInfo>) => void;
    trigger: ReactElement;
  }>;
  Export: ComponentType<{
    map: Id;
    confirmed: ArgumentMap;
    version: number;
    me: { readonly participant: Id | null; readonly role: Role | null };
    selected: Id | null;
    folded: ReadonlySet<Id>;
    branch: Id | null;
    onClose: () => void;
  }>;
  /** Of files, into this map or as maps of their own. */
  Import: ComponentType<{ onClose: () => void }>;
  PlaceDialog: ComponentType<{
    asking: { readonly for: 'move' | 'join' | 'link-support' | 'link-rebut'; readonly id: Id };
    view: ArgumentMap;
    newId: NewId;
    ask: (edit: Edit) => boolean;
    onClose: () => void;
  }>;
  ClaimPicker: ComponentType<{
    view: ArgumentMap;
    without: Id | null;
    isFit: (claim: Claim) => boolean;
    onChoose: (claim: Claim) => void;
  }>;
}
