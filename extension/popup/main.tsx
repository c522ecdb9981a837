import { mount } from '../ui/mount.tsx';
import { Popup } from './Popup.tsx';
import './popup.css';

mount(<Popup />);
