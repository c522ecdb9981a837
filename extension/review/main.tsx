import { mount } from '../ui/mount.tsx';
import { Review } from './Review.tsx';
import './review.css';

mount(<Review />);
