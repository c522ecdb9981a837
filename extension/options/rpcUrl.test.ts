import { describe, expect, it } from 'vitest';
import { hostPattern, rpcHost, rpcUrlProblem } from './rpcUrl.ts';

describe('rpcUrlProblem', () => {
  it('takes https anywhere and http on this computer', () => {
    expect(rpcUrlProblem('https://rpc.example.org/v2/key?x=1')).toBeNull();
    expect(rpcUrlProblem(' http://127.0.0.1:8545 ')).toBeNull();
    expect(rpcUrlProblem('http://localhost:8545')).toBeNull();
  });

  it('names what is wrong', () => {
    expect(rpcUrlProblem('  ')).toBe('rpc.problem.empty');
    expect(rpcUrlProblem('rpc.example.org')).toBe('rpc.problem.unreadable');
    expect(rpcUrlProblem('http://rpc.example.org')).toBe('rpc.problem.scheme');
    expect(rpcUrlProblem('http://localhost.example.org')).toBe('rpc.problem.scheme');
    expect(rpcUrlProblem('javascript:alert(1)')).toBe('rpc.problem.scheme');
    expect(rpcUrlProblem('https://me:secret@rpc.example.org')).toBe('rpc.problem.credentials');
  });
});

describe('rpcHost and hostPattern', () => {
  it('name one host', () => {
    expect(rpcHost('https://rpc.example.org:8443/key')).toBe('rpc.example.org:8443');
    expect(hostPattern('https://rpc.example.org:8443/key')).toBe('https://rpc.example.org/*');
    expect(hostPattern('nonsense')).toBeNull();
  });
});
