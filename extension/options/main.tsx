import { mount } from '../ui/mount.tsx';
import { Options } from './Options.tsx';
import './options.css';

mount(<Options />);
