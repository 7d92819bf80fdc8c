// The first import of main.tsx, for what it does as it is loaded: nothing that the page runs or draws has to be there for it.
import { askFirst } from '../state/first-answers';

askFirst();
