import { mount } from '../ui/mount.tsx';
import { Review } from './Review.tsx';
import './review.css';
import './findings.css';
import './decision.css';
import './states.css';
import './layout.css';

mount(<Review />);
